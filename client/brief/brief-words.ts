import { brief as en } from "../words/en/brief.ts";
import { addWords } from "../words/late-words.ts";
import { brief } from "../words/zh-CN/brief.ts";

addWords({ "zh-CN": { brief }, en: { brief: en } });
