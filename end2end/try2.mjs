import { chromium } from "@playwright/test";
const browser = await chromium.launch({executablePath:"/usr/bin/chromium", args:["--no-sandbox","--disable-gpu"]});
const paths = process.argv.slice(2);
for (const path of paths) { for (let i=0;i<3;i++){
const ctx = await browser.newContext({viewport:{width:1280,height:800}, baseURL:"http://127.0.0.1:3206"});
const p = await ctx.newPage(); let bad="";
p.on("console", m=>{if(m.type()==="error") bad=m.text().slice(0,160)});
await p.goto(path); await p.waitForSelector("html[data-hydrated=true]"); await p.waitForTimeout(700);
console.log(path, bad||"ok"); await ctx.close(); } }
await browser.close();
