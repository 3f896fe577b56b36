// A voice that says nothing and remembers everything: browsers in tests have none.

import type { Page } from "@playwright/test";

/** A sentence that the page has had read. */
export interface Spoken {
  text: string;
  /** The language it is marked with, and the voice's. */
  lang: string;
  voice: string | undefined;
  rate: number;
  /** What was highlighted at that moment. */
  shown: string;
}

export interface Voice {
  lang: string;
  localService: boolean;
}

export const DANISH: Voice = { lang: "da-DK", localService: true };
export const ENGLISH: Voice = { lang: "en-GB", localService: true };

declare global {
  interface Window {
    spoken: Spoken[];
    endSentence: () => void;
  }
}

/** Gives every page of a test a voice, or several. */
export async function withVoices(page: Page, voices: Voice[]): Promise<void> {
  await page.addInitScript((voices) => {
    interface Utterance {
      text: string;
      lang: string;
      rate: number;
      voice?: { lang: string };
      onend?: () => void;
      onerror?: () => void;
    }
    let current: Utterance | undefined;
    // Each page begins anew, but what another has had read is remembered, so that it can be seen to have ended.
    window.spoken = [];
    window.endSentence = () => {
      const ended = current;
      current = undefined;
      ended?.onend?.();
    };
    const shown = () => [...(CSS.highlights.get("read-aloud") ?? [])].map(String).join("|");
    const synthesis = {
      getVoices: () => voices,
      speak(utterance: Utterance) {
        if (current) throw new Error("two sentences at once");
        current = utterance;
        const { text, lang, rate, voice } = utterance;
        window.spoken.push({ text, lang, rate, voice: voice?.lang, shown: shown() });
      },
      cancel() {
        const broken = current;
        current = undefined;
        // As browsers do: a sentence that is broken off fails.
        broken?.onerror?.();
      },
    };
    Object.defineProperty(window, "speechSynthesis", { value: synthesis });
    Object.defineProperty(window, "SpeechSynthesisUtterance", {
      value: class {
        constructor(public text: string) {}
      },
    });
  }, voices);
}

/** What has been read so far. */
export async function spoken(page: Page): Promise<Spoken[]> {
  return page.evaluate(() => window.spoken);
}

/** Lets some sentences come to their end. */
export async function listen(page: Page, sentences: number): Promise<void> {
  for (let sentence = 0; sentence < sentences; sentence += 1) await page.evaluate(() => window.endSentence());
}

/** Presses the button, listens to the end, and tells what was read. */
export async function readAll(page: Page): Promise<Spoken[]> {
  await page.getByRole("button", { name: "Læs op" }).click();
  let heard = 0;
  for (let count = 1; count > heard; count = (await spoken(page)).length) {
    heard = count;
    await listen(page, 1);
  }
  return spoken(page);
}
