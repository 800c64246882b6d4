import { whole } from "@wordloom/terminal";

/** `1,234,568`: a whole number for people. */
export function grouped(value: number): string {
  return whole(Math.round(value));
}
