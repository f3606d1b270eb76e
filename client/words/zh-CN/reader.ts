export const reader = {
  title: "原文",
  sections: "章节",
  items_one: "此句对应 {{count}} 个事项",
  items_other: "此句对应 {{count}} 个事项",
  hint: "带底线的句子对应台账事项，点选可列出并在图上查看。",
  close: "关闭原文",
  notFound: "没有这份文件",
  notFoundHint: "编号 {{id}} 不在台账中，链接可能有误。",
  published: "{{publisher}} · {{date}}",
  project: "项目",
  policy: "政策事项",
} as const;
