// antd's `es` folder holds ES modules, and the bundler takes it as such; its package.json makes TypeScript take
// it for CommonJS, whose default would be the whole module.
declare module "antd/es/locale/en_US.js" {
  const locale: import("antd/es/locale/index.js").Locale;
  // biome-ignore lint/style/noDefaultExport: it is what the package has
  export default locale;
}
declare module "antd/es/locale/zh_CN.js" {
  const locale: import("antd/es/locale/index.js").Locale;
  // biome-ignore lint/style/noDefaultExport: it is what the package has
  export default locale;
}
