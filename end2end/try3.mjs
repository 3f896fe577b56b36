import { chromium } from "@playwright/test";
const browser = await chromium.launch({executablePath:"/usr/bin/chromium", args:["--no-sandbox","--disable-gpu"]});
for (let i=0;i<4;i++){
const ctx = await browser.newContext({viewport:{width:1280,height:800}, baseURL:"http://127.0.0.1:3206"});
const p = await ctx.newPage();
p.on("console", m=>console.log("  console:", m.type(), m.text().slice(0,200)));
p.on("request", r=>{const u=new URL(r.url()); if(/api/.test(u.pathname)) console.log("  req", r.method(), u.pathname+u.search)});
p.on("response", r=>{const u=new URL(r.url()); if(/api/.test(u.pathname)) console.log("  res", r.status(), u.pathname)});
const live=()=>p.waitForSelector("html[data-hydrated=true]");
await p.goto("/laer/digital-post"); await live();
await p.getByRole("link",{name:/Fortsæt|Begynd/}).click();
await p.getByRole("heading",{level:1,name:"Din postkasse på nettet"}).waitFor();
await p.locator("label").getByText("Mit eget MitID",{exact:true}).click();
await p.getByRole("button",{name:"Svar",exact:true}).click();
await p.getByText("Rigtigt. Gå videre").waitFor();
await p.evaluate(()=>{ document.addEventListener("click", e=>console.log("click", e.target.outerHTML.slice(0,120)), true);
 new MutationObserver(l=>console.log("mutations", l.length, [...new Set(l.flatMap(m=>[...m.addedNodes]).map(n=>n.nodeName))].join())).observe(document.querySelector("main"),{childList:true,subtree:true}); });
await p.getByRole("button",{name:/Videre/}).click();
await p.getByRole("heading",{level:1,name:"Hvem skriver til dig?"}).waitFor();
await p.locator("label").getByText("Kommunen",{exact:true}).click();
await p.waitForTimeout(400);
console.log("checked?", await p.getByLabel("Kommunen",{exact:true}).isChecked(), await p.locator("#field-chosen").count());
await ctx.close(); }
await browser.close();
