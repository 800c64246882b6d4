#!/usr/bin/env node
import { interruption, run } from "@wordloom/terminal";
import { program } from "./program.js";

const interrupted = interruption();

// When nobody reads the output any more, a run of hours is not thrown away: it stops and saves.
await run(program(interrupted), { onClosedPipe: interrupted.stop });
