/** Whether memory holds the lowest byte of a number first, as it does wherever this is likely to run. */
export const isLittleEndian: boolean = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;
