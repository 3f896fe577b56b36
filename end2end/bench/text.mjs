// How reports write things: plain text that fits a terminal and a commit message.

export const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;
export const megabytes = (bytes) => `${(bytes / 1024 / 1024).toFixed(1)} MB`;
export const milliseconds = (time) => `${time.toFixed(1)} ms`;
export const seconds = (time) => (time === undefined ? "not told" : `${(time / 1000).toFixed(2)} s`);
export const whole = (number) => Math.round(number).toLocaleString("en-GB");

/** How many times `one` the `other` is. */
export const times = (one, other) => `${(other / one).toFixed(2)} ×`;

/** Columns of even width; from column `firstNumber` on they are aligned to the right. */
export function table(head, rows, firstNumber) {
  const lines = head ? [head, ...rows] : rows;
  const widths = lines[0].map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  const cell = (text, column) => (column < firstNumber ? text.padEnd(widths[column]) : text.padStart(widths[column]));
  return lines.map((line) => line.map(cell).join("  ").trimEnd()).join("\n");
}
