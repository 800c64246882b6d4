// How `changeset version` words the changelogs: `.changeset/config.json` names this file.

/** The parts of a changeset that are looked at; `commit` is the one that brought it. */
interface Changeset {
  readonly summary: string;
  readonly commit?: string | undefined;
}

const commits = "https://github.com/wordloom/wordloom/commit";

function getReleaseLine({ summary, commit }: Changeset): string {
  const text = summary.trim().replace(/\n(?=.)/g, "\n  ");
  return commit === undefined ? `- ${text}` : `- ${text} ([${commit.slice(0, 7)}](${commits}/${commit}))`;
}

/** Nothing: all packages carry one version, so each release updates them all. */
function getDependencyReleaseLine(): string {
  return "";
}

export default { getReleaseLine, getDependencyReleaseLine };
