import { type Day, dayAt } from '#money/day.ts';

/** Days and quiet hours are those of the merchant's wall clock; every provider of the directory settles by this zone. */
const ZONE = 'Asia/Shanghai';

export interface Clock {
  /** ISO instant in UTC. */
  readonly at: string;
  readonly day: Day;
  /** 0–23, on the wall. */
  readonly hour: number;
}

const hours = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, hour: '2-digit', hourCycle: 'h23' });

export function clock(ms: number = Date.now()): Clock {
  return { at: new Date(ms).toISOString(), day: dayAt(ms, ZONE), hour: Number(hours.format(ms)) };
}
