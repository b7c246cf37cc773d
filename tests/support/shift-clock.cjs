/**
 * For `node --require`: this process's clock is off by CLOCK_OFF_MS, and after CLOCK_STEP_AFTER_MS by CLOCK_STEP_MS
 * more at once. The work of libfaketime for what Node asks; timers run on, as they do when a clock is set.
 */
const off = Number(process.env.CLOCK_OFF_MS ?? 0);
const step = Number(process.env.CLOCK_STEP_MS ?? 0);
const stepAt = performance.now() + Number(process.env.CLOCK_STEP_AFTER_MS ?? Infinity);
const RealDate = Date;
const now = () => RealDate.now() + off + (performance.now() >= stepAt ? step : 0);

globalThis.Date = class Date extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(now());
    else super(...given);
  }
  static now() {
    return now();
  }
};
