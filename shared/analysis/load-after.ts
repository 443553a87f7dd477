/** Load after so many months: (1 + annualGrowth)^(months ÷ 12). */
export const loadAfter = (annualGrowth: number, months: number): number =>
  (1 + annualGrowth) ** (months / 12);
