import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { zAccountName } from "#domain/people/account.ts";
import { tell } from "../desk/call.ts";
import { NameDialog } from "./name-dialog.tsx";
import { useProblem } from "./problem.ts";

export function NewAccount(props: {
  isOpen: boolean;
  onClose: () => void;
  onMade: (made: { id: string; link: string }) => void;
}) {
  const { t } = useTranslation();
  const problem = useProblem();
  const cache = useQueryClient();
  const create = useMutation({
    mutationFn: (name: string) => tell("account", "create", { name }),
    onSuccess: (made) => {
      void cache.invalidateQueries({ queryKey: ["account"] });
      props.onMade(made);
    },
  });
  return (
    <NameDialog
      isOpen={props.isOpen}
      title={t("people.accounts.create")}
      label={t("people.name")}
      hint={t("people.problem.name")}
      doWord={t("people.accounts.create")}
      wrongIn={(name) => (zAccountName.safeParse(name).success ? undefined : t("people.problem.name"))}
      refused={problem(create.error, { CONFLICT: "taken" })}
      isBusy={create.isPending}
      onName={(name) => create.mutate(name)}
      onClose={props.onClose}
    >
      <p>{t("people.accounts.createHint")}</p>
    </NameDialog>
  );
}
