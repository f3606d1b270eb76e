import { z } from "zod";

/**
 * What we remark beside the source's words, in English. The words themselves are never translated. Absent where
 * nobody has given it: the remark stands in Chinese.
 */
export const zRemarkEn = z.string().min(1).exactOptional();
