import { percent } from '../markdown.ts';

/** Half the width of the interval that holds the true share in 95 % of cases (normal approximation), in per cent. */
export function margin(share: number, asked: number): string {
  return percent(1.96 * Math.sqrt((share * (1 - share)) / asked));
}
