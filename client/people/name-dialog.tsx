import { Modal } from "antd";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { FormProblem, TextField } from "./field.tsx";

type Asked = {
  isOpen: boolean;
  title: string;
  label: string;
  hint: string;
  doWord: string;
  /** The sentence for a name that will not do, or undefined. */
  wrongIn: (name: string) => string | undefined;
  refused: string | undefined;
  isBusy: boolean;
  onName: (name: string) => void;
  onClose: () => void;
  children?: ReactNode;
};

/** Asks for one name. */
export function NameDialog(props: Asked) {
  return (
    <Modal
      open={props.isOpen}
      title={props.title}
      footer={null}
      width={420}
      onCancel={props.onClose}
      destroyOnHidden
    >
      <Form {...props} />
    </Modal>
  );
}

function Form(props: Asked) {
  const { t } = useTranslation();
  const [name, setName] = useState("");
  const [isAsked, setAsked] = useState(false);
  const wrong = props.wrongIn(name);
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (wrong === undefined) props.onName(name);
      }}
    >
      {props.children}
      <TextField
        label={props.label}
        value={name}
        onChange={setName}
        hint={props.hint}
        error={isAsked ? wrong : undefined}
        autoComplete="off"
        autoFocus
      />
      <FormProblem>{props.refused}</FormProblem>
      <div className="form-buttons">
        <button type="submit" className="control primary" disabled={props.isBusy}>
          {props.doWord}
        </button>
        <button type="button" className="control" onClick={props.onClose}>
          {t("people.cancel")}
        </button>
      </div>
    </form>
  );
}
