/** Readings that a general dictionary gets wrong in these place names: syllables, with spaces. */
export const PINYIN_BY_HAND: Readonly<Record<string, string>> = {
  昆都仑区: "kun du lun qu",
  克什克腾旗: "ke shi ke teng qi",
  康巴什区: "kang ba shi qu",
  扎鲁特旗: "zha lu te qi",
  扎赉诺尔区: "zha lai nuo er qu",
  扎兰屯市: "zha lan tun shi",
  扎赉特旗: "zha lai te qi",
  乌审旗: "wu shen qi",
  磴口县: "deng kou xian",
  卓资县: "zhuo zi xian",
  商都县: "shang du xian",
};

/** Leagues and cities, in the source's order of codes. */
export const LEAGUE_NAMES: Readonly<Record<string, string>> = {
  "150100": "呼和浩特市",
  "150200": "包头市",
  "150300": "乌海市",
  "150400": "赤峰市",
  "150500": "通辽市",
  "150600": "鄂尔多斯市",
  "150700": "呼伦贝尔市",
  "150800": "巴彦淖尔市",
  "150900": "乌兰察布市",
  "152200": "兴安盟",
  "152500": "锡林郭勒盟",
  "152900": "阿拉善盟",
};

/** Provinces that touch Inner Mongolia; their counties are read so that seams close. */
export const NEIGHBOUR_NAMES: Readonly<Record<string, string>> = {
  "130000": "河北省",
  "140000": "山西省",
  "210000": "辽宁省",
  "220000": "吉林省",
  "230000": "黑龙江省",
  "610000": "陕西省",
  "620000": "甘肃省",
  "640000": "宁夏回族自治区",
};

/** ISO 3166-1 numeric → the name as this product says it (蒙古国, never 蒙古). */
export const COUNTRY_NAMES: Readonly<Record<string, string>> = {
  "004": "阿富汗",
  "050": "孟加拉国",
  "064": "不丹",
  "104": "缅甸",
  "356": "印度",
  "392": "日本",
  "398": "哈萨克斯坦",
  "408": "朝鲜",
  "410": "韩国",
  "417": "吉尔吉斯斯坦",
  "496": "蒙古国",
  "524": "尼泊尔",
  "586": "巴基斯坦",
  "643": "俄罗斯",
  "762": "塔吉克斯坦",
  "860": "乌兹别克斯坦",
};
