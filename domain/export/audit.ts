import type { AuditEntry } from "../audit.ts";
import type { Cell } from "./cell.ts";

/** Heads of the trail's table; ids as the API has them, for the trail is read by machines too. */
export const AUDIT_HEAD = [
  ...["序号", "时间", "账号", "账号编号", "地址", "请求", "操作", "对象", "目标", "单位"],
  ...["操作前", "操作后", "散列"],
] as const;

/** Head of the column that a demonstration's trail has besides. */
export const DEMO_HEAD = "说明";

export const auditRow = (entry: AuditEntry): Cell[] => [
  ...[entry.seq, entry.at, entry.account.name, entry.account.id, entry.address, entry.requestId],
  ...[entry.action, entry.noun, entry.target, entry.unit, entry.before, entry.after, entry.hash],
];
