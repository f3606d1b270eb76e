import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Modal, Select } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Contact, type ContactSave, zContactSave } from "#domain/people/contact.ts";
import { CallError, tell } from "../desk/call.ts";
import { freshId } from "../work/fresh-id.ts";
import { FieldNote, FormProblem, TextField } from "./field.tsx";
import { momentOf } from "./moment.ts";
import { useProblem } from "./problem.ts";
import { useUnitName } from "./use-unit-name.ts";

/** A contact to be changed, or a new one of one of the units in `mine`. */
export function ContactDialog(props: {
  open: Contact | "new" | null;
  mine: readonly string[];
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { open, mine, onClose } = props;
  const stands = open === "new" ? null : open;
  return (
    <Modal
      open={open !== null}
      title={stands ? t("people.contacts.editName", { name: stands.name }) : t("people.contacts.add")}
      footer={null}
      width={440}
      onCancel={onClose}
      destroyOnHidden
    >
      <Form stands={stands} mine={mine} onClose={onClose} />
    </Modal>
  );
}

const TEXTS = ["name", "duty", "telephone"] as const;
const HINTS = { name: undefined, duty: "dutyHint", telephone: "telephoneHint" } as const;

function Form(props: { stands: Contact | null; mine: readonly string[]; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const refusal = useRefusal();
  const cache = useQueryClient();
  const [typed, setTyped] = useState(() => begun(props.stands, props.mine));
  const [isAsked, setAsked] = useState(false);
  const asked = zContactSave.safeParse(typed);
  const save = useMutation({
    mutationFn: (contact: ContactSave) => tell("contact", "save", contact),
    onSuccess: ({ name }) => {
      void message.success(t("people.contacts.saved", { name }));
      props.onClose();
    },
    onSettled: () => cache.invalidateQueries({ queryKey: ["contact"] }),
  });
  const isWrong = (field: keyof ContactSave) =>
    isAsked && asked.error?.issues.some(({ path }) => path[0] === field) === true;
  const errorAt = (field: (typeof TEXTS)[number]) => {
    if (!isWrong(field)) return undefined;
    return t(field === "telephone" ? "people.contacts.telephoneWrong" : "people.problem.required");
  };
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (asked.success) save.mutate(asked.data);
      }}
    >
      {props.stands === null && (
        <UnitField
          units={props.mine}
          value={typed.unit}
          onChange={(unit) => setTyped({ ...typed, unit })}
          error={isWrong("unit") ? t("people.contacts.chooseUnit") : undefined}
        />
      )}
      {TEXTS.map((field) => (
        <TextField
          key={field}
          label={t(`people.contacts.${field}`)}
          value={typed[field]}
          onChange={(value) => setTyped({ ...typed, [field]: value })}
          hint={HINTS[field] && t(`people.contacts.${HINTS[field]}`)}
          error={errorAt(field)}
          maxLength={60}
          autoComplete="off"
        />
      ))}
      <FormProblem>{refusal(save.error)}</FormProblem>
      <div className="form-buttons">
        <button type="submit" className="control primary" disabled={save.isPending}>
          {t("people.contacts.save")}
        </button>
        <button type="button" className="control" onClick={props.onClose}>
          {t("people.cancel")}
        </button>
      </div>
    </form>
  );
}

/** What the form begins with. A new one has its id from here: a save that is sent twice makes one contact. */
function begun(stands: Contact | null, mine: readonly string[]): ContactSave {
  const { id, edition, unit, name, duty, telephone } = stands ?? {
    ...{ id: freshId(), edition: 0, unit: mine.length === 1 ? (mine[0] ?? "") : "" },
    ...{ name: "", duty: "", telephone: "" },
  };
  return { id, edition, unit, name, duty, telephone };
}

function useRefusal(): (error: unknown) => string | undefined {
  const { t } = useTranslation();
  const problem = useProblem();
  return (error) => {
    const refused = error instanceof CallError ? error.refusal : undefined;
    if (refused?.conflict) {
      const { by, at } = refused.conflict;
      return t("people.contacts.meanwhile", { by, time: momentOf(at) });
    }
    if (refused?.issues?.some(({ path }) => path[0] === "unit")) return t("people.contacts.many");
    return problem(error);
  };
}

function UnitField(props: {
  units: readonly string[];
  value: string;
  onChange: (unit: string) => void;
  error: string | undefined;
}) {
  const { t } = useTranslation();
  const id = useId();
  const unitName = useUnitName();
  return (
    <div className="field">
      <label htmlFor={id}>{t("people.contacts.unit")}</label>
      <Select
        id={id}
        className="field-select"
        showSearch={{ optionFilterProp: "label" }}
        options={props.units.map((unit) => ({ value: unit, label: unitName(unit) }))}
        placeholder={t("people.contacts.chooseUnit")}
        value={props.value === "" ? null : props.value}
        onChange={props.onChange}
        aria-describedby={`${id}-note`}
      />
      <FieldNote id={`${id}-note`} error={props.error} />
    </div>
  );
}
