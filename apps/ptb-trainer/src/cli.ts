#!/usr/bin/env node
import { interruption, run } from "@wordloom/terminal";
import { program } from "./program.js";

const interrupted = interruption();

// If the reader of the output has gone, the run stops and saves, so that hours of training are not lost.
await run(program(interrupted), { onClosedPipe: interrupted.stop });
