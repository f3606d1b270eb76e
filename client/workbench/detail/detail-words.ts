import { detail as en } from "../../words/en/detail.ts";
import { addWords } from "../../words/late-words.ts";
import { detail } from "../../words/zh-CN/detail.ts";

addWords({ "zh-CN": { detail }, en: { detail: en } });
