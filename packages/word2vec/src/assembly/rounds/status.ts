// What `advance` returns.
export const GOING_ON: i32 = 0;
export const DONE: i32 = 1;
export const BROKEN_OFF: i32 = 2;
export const DIVERGED: i32 = 3;
export const EPOCH_ENDED: i32 = 4;
export const OUT_OF_IDS: i32 = 5;
export const STOPPED: i32 = 6;
