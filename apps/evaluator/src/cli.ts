#!/usr/bin/env node
import { run } from "@wordloom/terminal";
import { program } from "./program.js";

await run(program());
