#!/usr/bin/env node
import { run } from "@wordloom/terminal";
import { interruption } from "./interruption.js";
import { program } from "./program.js";

const interrupted = interruption();

// When nobody reads the output any more, a run of hours is not thrown away: it stops and saves.
await run(program(interrupted), { onClosedPipe: interrupted.stop });
