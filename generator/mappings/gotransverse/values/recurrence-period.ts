import { valueMap } from '../../../language/index.ts';

/** How often a recurring price is charged. */
export const recurrencePeriod = valueMap({
  rows: [
    ['BILLCYCLE', 'Bill Cycle'],
    ['DAY', 'Day'],
    ['WEEK', 'Week'],
    ['TWOWEEKS', 'Two Weeks'],
    ['TWICEAMONTH', 'Half Month'],
    ['MONTH', 'Month'],
    ['QUARTER', 'Quarter'],
    ['FOURMONTHS', 'Four Months'],
    ['TWICEAYEAR', 'Half Year'],
    ['YEAR', 'Year'],
    ['TWOYEARS', 'Two Years'],
    ['THREEYEARS', 'Three Years'],
    ['FOURYEARS', 'Four Years'],
    ['FIVEYEARS', 'Five Years'],
  ],
  otherwise: { toSalesforce: 'keep', toBilling: 'block' },
});
