/** A spike raises the class by one: at least 20 reports an hour, or reports from 5 counties (product.md, clocks). */
export const spike = { reportsAnHour: 20, counties: 5 } as const;

/** Whether the reports of the last hour, and the divisions that they name, are a spike. */
export const isSpike = ({ reports, counties }: { reports: number; counties: number }): boolean =>
  reports >= spike.reportsAnHour || counties >= spike.counties;
