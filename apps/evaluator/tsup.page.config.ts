import { defineConfig } from "tsup";

// What a report takes into itself: read as text, never imported. After the other, which clears the folder.
export default defineConfig({
  entry: { page: "src/page/page.ts", style: "src/page/style.css" },
  format: "iife",
  platform: "browser",
  target: "es2022",
  minify: true,
  outExtension: () => ({ js: ".js" }),
});
