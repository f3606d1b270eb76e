import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { zScreenName } from "#domain/people/screen.ts";
import { tell } from "../desk/call.ts";
import { NameDialog } from "./name-dialog.tsx";
import { useProblem } from "./problem.ts";

export function NewScreen(props: { isOpen: boolean; onClose: () => void; onMade: (link: string) => void }) {
  const { t } = useTranslation();
  const problem = useProblem();
  const cache = useQueryClient();
  const create = useMutation({
    mutationFn: (name: string) => tell("screen", "create", { name }),
    onSuccess: ({ link }) => {
      void cache.invalidateQueries({ queryKey: ["screen"] });
      props.onMade(link);
    },
  });
  return (
    <NameDialog
      isOpen={props.isOpen}
      title={t("people.screens.add")}
      label={t("people.screens.name")}
      hint={t("people.screens.nameHint")}
      doWord={t("people.screens.add")}
      wrongIn={(name) => (zScreenName.safeParse(name).success ? undefined : t("people.problem.required"))}
      refused={problem(create.error)}
      isBusy={create.isPending}
      onName={(name) => create.mutate(name)}
      onClose={props.onClose}
    />
  );
}
