/** The map and the picture that stands in for it. */
export const map = {
  name: "内蒙古落实《意见》进展地图",
  help: "方向键移动，加减键缩放，Home 键回到全图；地区和事项也可从两侧的列表选择",
  zoomIn: "放大",
  zoomOut: "缩小",
  fit: "回到整个地区",
  controls: "地图视野",
  cluster: "{{count}} 个事项点，点击放大",
  inferred: "其中推断 {{count}} 项",
  shareOf: "{{count}} 项阶段已知或未说明",
  webglMissing: "此浏览器没有 WebGL，以静态图代替；筛选和点选照常可用",
  webglLost: "显卡连接中断，暂以静态图代替，恢复后自动换回地图",
} as const;
