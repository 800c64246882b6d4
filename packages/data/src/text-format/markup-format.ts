import type { FormatGuess } from "./format-guess.js";

/** HTML, XML, RTF, subtitles: formats that say at their beginning what they are. */
export function markupFormat(head: string, lines: readonly string[]): FormatGuess | undefined {
  const [first = "", second = ""] = lines;
  if (/^<(!doctype\s+html|html[\s>])/i.test(first))
    return { name: "HTML", why: `it begins with ${first.slice(0, 20)}` };
  if (/^<(\?xml\s|!doctype\s|mediawiki[\s>]|TEI[\s>]|!\[CDATA\[)/i.test(first)) {
    return { name: "XML", why: `it begins with ${first.slice(0, 20)}` };
  }
  if (first.startsWith("{\\rtf")) return { name: "RTF", why: "it begins with {\\rtf" };
  if (/^WEBVTT(\s|$)/.test(first)) return { name: "WebVTT subtitles", why: "it begins with WEBVTT" };
  if (/^\d+$/.test(first) && isCue(second))
    return { name: "SubRip subtitles", why: `line 2 is ${second.slice(0, 29)}` };
  if (/^(From \S+@\S+ .*\d\d:\d\d:\d\d|%!PS-)/.test(first)) {
    return first.startsWith("%")
      ? { name: "PostScript", why: "it begins with %!PS-" }
      : { name: "mail", why: "it begins with From …" };
  }
  return isMarkedUp(head, lines) ? { name: "HTML or XML", why: "most of its lines have tags" } : undefined;
}

function isCue(line: string): boolean {
  return /^\d+:\d\d:\d\d[,.]\d+\s*-->\s*\d+:\d\d:\d\d[,.]\d+/.test(line);
}

/** Tokens in angle brackets that language models put into plain text, and marks between the documents of a corpus. */
const PLAIN_TAGS = /^\/?(s|unk|pad|eos|bos|sos|mask|num|n|sep|cls|url|user|number|oov|p|doc)$/i;

/** Whether most lines have a tag, and some tag is closed or has an attribute. Who speaks may be in angle brackets, too. */
function isMarkedUp(head: string, lines: readonly string[]): boolean {
  if (!/^\s*</.test(head)) return false;
  const isTagged = (line: string) =>
    [...line.matchAll(/<(\/?[A-Za-z][\w:.-]*)(\s[^<>]*)?\/?>/g)].some(([, name]) => !PLAIN_TAGS.test(name));
  const tagged = lines.filter(isTagged).length;
  return tagged > lines.length / 2 && (/<[A-Za-z][\w:.-]*\s+[\w:.-]+\s*=\s*["']/.test(head) || isClosed(head));
}

/** Whether a tag that is opened is closed, too. */
function isClosed(head: string): boolean {
  const opened = new Set(Array.from(head.matchAll(/<([A-Za-z][\w:.-]*)/g), ([, name]) => name));
  return Array.from(head.matchAll(/<\/([A-Za-z][\w:.-]*)>/g)).some(([, name]) => opened.has(name));
}
