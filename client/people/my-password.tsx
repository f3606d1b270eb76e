import { App } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ChangePassword } from "./change-password.tsx";

export function MyPassword() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [isOpen, setOpen] = useState(false);
  if (!isOpen)
    return (
      <button type="button" className="control" onClick={() => setOpen(true)}>
        {t("people.me.change")}
      </button>
    );
  return (
    <ChangePassword
      onCancel={() => setOpen(false)}
      onDone={() => {
        setOpen(false);
        void message.success(t("people.me.changed"));
      }}
    />
  );
}
