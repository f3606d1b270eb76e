/** Changes since 2012-07-24: the area of the key belonged to `from` until the day before `date`. */
export const CHANGES_SINCE_2012: Readonly<Record<string, { from: string; date: string; document: string }>> =
  {
    "150603": { from: "150602", date: "2016-06-08", document: "国函〔2016〕102号" },
    "150703": { from: "150781", date: "2013-03-06", document: "民函〔2013〕68号" },
  };

/** Whether a code was in use in July 2012. */
export const existedIn2012 = (code: string): boolean => CHANGES_SINCE_2012[code] === undefined;
