/**
 * Border ports and airports, WGS 84. Compiled by hand within about 3 km from public descriptions;
 * `low` ones are marked as unverified wherever they are drawn. 满洲里 stands at the place inside the city,
 * between its centre and the border (the road port's often quoted point lies 6 km outside it).
 */
export type Port = {
  name: string;
  at: readonly [number, number];
  mode: "road" | "rail" | "air" | "both";
  country: "RU" | "MN" | "";
  opposite: string;
  confidence: "high" | "medium" | "low";
  main: boolean;
};

const minor = (
  name: string,
  lon: number,
  lat: number,
  mode: Port["mode"],
  country: Port["country"],
  opposite: string,
  confidence: Port["confidence"],
): Port => ({ name, at: [lon, lat], mode, country, opposite, confidence, main: false });

export const PORTS: readonly Port[] = [
  {
    name: "满洲里",
    at: [117.36, 49.627],
    mode: "both",
    country: "RU",
    opposite: "后贝加尔斯克",
    confidence: "medium",
    main: true,
  },
  {
    name: "二连浩特",
    at: [111.95, 43.69],
    mode: "both",
    country: "MN",
    opposite: "扎门乌德",
    confidence: "medium",
    main: true,
  },
  {
    name: "策克口岸",
    at: [101.285, 42.53],
    mode: "road",
    country: "MN",
    opposite: "西伯库伦",
    confidence: "medium",
    main: true,
  },
  minor("满洲里铁路口岸", 117.427, 49.597, "rail", "RU", "后贝加尔斯克", "high"),
  minor("二卡口岸", 117.75, 49.521, "road", "RU", "阿巴盖图", "medium"),
  minor("黑山头口岸", 119.33, 50.218, "road", "RU", "旧粗鲁海图", "medium"),
  minor("室韦口岸", 119.908, 51.343, "road", "RU", "奥洛契", "high"),
  minor("阿日哈沙特口岸", 115.88, 48.605, "road", "MN", "哈比日嘎", "medium"),
  minor("额布都格口岸", 118.203, 48.045, "road", "MN", "巴音胡舒", "medium"),
  minor("阿尔山口岸", 119.53, 47.325, "road", "MN", "松贝尔", "medium"),
  minor("珠恩嘎达布其口岸", 116.261, 45.765, "road", "MN", "毕其格图", "medium"),
  minor("二连浩特铁路口岸", 111.965, 43.655, "rail", "MN", "扎门乌德", "high"),
  minor("二连浩特公路口岸", 111.955, 43.683, "road", "MN", "扎门乌德", "high"),
  minor("满都拉口岸", 110.105, 42.635, "road", "MN", "杭吉", "medium"),
  minor("甘其毛都口岸", 107.586, 42.41, "road", "MN", "嘎顺苏海图", "high"),
  minor("乌力吉口岸", 104.52, 41.745, "road", "MN", "查干德勒乌拉", "low"),
  minor("巴格毛都口岸", 106.6, 42.23, "road", "MN", "", "low"),
  minor("呼和浩特白塔机场", 111.824, 40.851, "air", "", "", "high"),
  minor("海拉尔机场", 119.825, 49.205, "air", "", "", "high"),
  minor("满洲里西郊机场", 117.33, 49.567, "air", "", "", "high"),
  minor("鄂尔多斯伊金霍洛机场", 109.861, 39.49, "air", "", "", "high"),
];
