import { z } from "zod";
import { zChangesQuery, zLightChanges } from "#domain/light/changes.ts";
import { zLight } from "#domain/light/light.ts";
import {
  zOverrideSet,
  zPreview,
  zPreviewQuery,
  zRulesSave,
  zStandingOverride,
} from "#domain/light/requests.ts";
import { zRuleSet, zRulesInForce } from "#domain/light/rules.ts";
import { zMonthOnly } from "#domain/report/exchange.ts";
import { lightChanges } from "../db/lights/changes.ts";
import { standingOverrides } from "../db/lights/overrides.ts";
import { previewRules } from "../db/lights/preview.ts";
import { listRuleSets, rulesInForce } from "../db/lights/rule-sets.ts";
import { overrideLight } from "../lights/override-light.ts";
import { saveRules } from "../lights/save-rules.ts";
import { procedure, router } from "../trpc.ts";

export const lightRouter = router({
  changes: procedure("ledger.read")
    .input(zChangesQuery)
    .output(zLightChanges)
    .query(({ ctx, input }) => lightChanges(ctx.db, input)),
  rules: procedure("rule.edit")
    .input(z.void())
    .output(z.array(zRuleSet))
    .query(({ ctx }) => listRuleSets(ctx.db)),
  /** By which a report's light is foretold while it is written: without who made them. */
  inForce: procedure("report.read")
    .input(zMonthOnly)
    .output(zRulesInForce)
    .query(({ ctx, input }) => rulesInForce(ctx.db, input.month)),
  preview: procedure("rule.edit")
    .input(zPreviewQuery)
    .output(zPreview)
    .query(({ ctx, input }) => previewRules(ctx.db, input)),
  overrides: procedure("light.override")
    .input(z.void())
    .output(z.array(zStandingOverride))
    .query(({ ctx }) => standingOverrides(ctx.db)),
  saveRules: procedure("rule.edit")
    .input(zRulesSave)
    .output(zRuleSet)
    .mutation(({ ctx, input }) => ctx.act((deed) => saveRules(deed, ctx.who, input))),
  override: procedure("light.override")
    .input(zOverrideSet)
    .output(zLight)
    .mutation(({ ctx, input }) => ctx.act((deed) => overrideLight(deed, ctx.who, input))),
});
