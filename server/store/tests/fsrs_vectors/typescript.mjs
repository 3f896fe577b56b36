// Writes typescript.json: what the implementation in TypeScript makes of the histories in python.json.
//
//     npm install ts-fsrs@5.4.2
//     node typescript.mjs > typescript.json

import { readFileSync } from "node:fs";
import { FSRSAlgorithm } from "ts-fsrs";

const algorithm = new FSRSAlgorithm({ enable_fuzz: false });

function replayed(reviews) {
  let memory = null;
  return reviews.map(([elapsed, rating]) => {
    memory = algorithm.next_state(memory, elapsed, rating);
    return [elapsed, rating, memory.stability, memory.difficulty, algorithm.next_interval(memory.stability, elapsed)];
  });
}

const histories = JSON.parse(readFileSync("python.json", "utf8"));
console.log(`[\n${histories.map((reviews) => JSON.stringify(replayed(reviews))).join(",\n")}\n]`);
