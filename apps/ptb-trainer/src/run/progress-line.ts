import { counted, whole } from "@wordloom/terminal";
import type { EpochRecord, Progress } from "./training-run.js";

/**
 * Writes `epoch 3/10 · 27 % · loss 1.987 · 81,204 words/s on 2 threads · 1:22 left`. Words are tokens of the text, rare and
 * thinned ones too. A narrow terminal gets no threads, then no speed, then no loss.
 */
export function progressLine(
  { epoch, words, totalWords, loss, textWordsPerSecond, secondsLeft, threads }: Progress,
  epochs: number,
  columns: number,
): string {
  const share = Math.min(words / totalWords, 1);
  const [where, left] = [[`epoch ${epoch}/${epochs}`, `${Math.floor(100 * share)} %`], `${duration(secondsLeft)} left`];
  const lossText = `loss ${loss.toFixed(3)}`;
  const lines = [
    [...where, lossText, `${speed(textWordsPerSecond)} on ${counted(threads, "thread")}`, left],
    [...where, lossText, speed(textWordsPerSecond), left],
    [...where, lossText, left],
    [...where, left],
  ];
  const fitting = lines.map((parts) => parts.join(" · ")).find((line) => line.length < columns);
  return fitting ?? where.join(" · ");
}

/** Writes `epoch  3/10 · loss 1.987 · validation 2.104 · 81,204 words/s · 0:34` for an epoch that has ended. */
export function epochLine(record: EpochRecord, epochs: number): string {
  const { epoch, loss, validationLoss, textWordsPerSecond, seconds } = record;
  const validation = validationLoss === undefined ? [] : [`validation ${validationLoss.toFixed(3)}`];
  const number = `${epoch}`.padStart(`${epochs}`.length);
  return [
    `epoch ${number}/${epochs}`,
    `loss ${loss.toFixed(3)}`,
    ...validation,
    speed(textWordsPerSecond),
    duration(seconds),
  ].join(" · ");
}

/** Writes seconds as `0:07`, `12:34` or `1:02:03`. */
export function duration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const minutes = h > 0 ? `${h}:${`${m}`.padStart(2, "0")}` : `${m}`;
  return `${minutes}:${`${s}`.padStart(2, "0")}`;
}

function speed(wordsPerSecond: number): string {
  return `${whole(Math.round(wordsPerSecond))} words/s`;
}
