// How many T1 tokens the official SDK for Node makes in a CPU second, all threads of the process counted: node tokens.js
import OpenTok from "opentok";

const [KEY, SECRET] = ["99900001", "a1b2c3d4e5f60718293a4b5c6d7e8f9001122334"];
const SESSION = `1_${Buffer.from(`1~${KEY}~~1800000000000~BwcHBwcHBwcHBwcHBwcHBw~~`).toString("base64url")}`;
const AT_ONCE = 1_000;

const platform = new OpenTok(KEY, SECRET);
const token = () => platform.generateToken(SESSION, { role: "publisher", data: "p=0199a1b2c3d4;g=1" }, true);
if (!token().startsWith("T1==")) throw new Error(`this is no T1 token: ${token()}`);

function rate(milliseconds) {
  const [cpu, end] = [process.cpuUsage(), Date.now() + milliseconds];
  let count = 0;
  for (; Date.now() < end; count += AT_ONCE) for (let made = 0; made < AT_ONCE; made++) token();
  const { user, system } = process.cpuUsage(cpu);
  return (count * 1e6) / (user + system);
}

// First without counting, while the engine still compiles.
rate(300);
console.log(rate(2_000).toFixed(0));
