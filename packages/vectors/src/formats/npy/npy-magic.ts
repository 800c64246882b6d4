/** `\x93NUMPY`, the version in two bytes, the length of the header in two or four, and the header. */
export const NPY_MAGIC: readonly number[] = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];
