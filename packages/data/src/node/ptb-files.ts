/** A file to download, with the size and the hash of the right one. */
export interface PtbFile {
  /** Its name in the folder. */
  readonly name: string;
  /** Its size in bytes. */
  readonly bytes: number;
  /** The SHA-256 of its bytes, in hexadecimal. */
  readonly sha256: string;
}

/** The files of Mikolov's split of the Wall Street Journal: train, valid and test, in this order. */
export const PTB_FILES: readonly PtbFile[] = [
  {
    name: "ptb.train.txt",
    bytes: 5_101_618,
    sha256: "fcea919f6cf83f35d4d00c6cbf08040d13d4155226340912e2fef9c9c4102cbf",
  },
  {
    name: "ptb.valid.txt",
    bytes: 399_782,
    sha256: "c9fe6985fe0d4ccb578183407d7668fc6066c20700cb4cf87d8ff1cc34df1bf2",
  },
  {
    name: "ptb.test.txt",
    bytes: 449_945,
    sha256: "dd65dff31e70846b2a6030a87482edcd5d199130cdcfa1f3dccbb033728deee0",
  },
];
