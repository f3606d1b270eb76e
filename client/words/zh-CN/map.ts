export const map = {
  label: "内蒙古地图：方向键在地区间移动，回车进入，加号减号缩放，0 回到全图",
  loading: "正在取边界数据…",
  failed: "取不到边界数据，地图暂时画不出来。",
  retry: "重试",
  "webgl-missing": "此浏览器不能使用 WebGL，显示的是简图；点选、筛选、列表照常可用。",
  "webgl-lost": "图形设备暂时丢失，显示的是备用图；恢复后自动换回。",
} as const;
