export const offline = {
  word: "离线 · 数据截至 {{month}}",
} as const;
