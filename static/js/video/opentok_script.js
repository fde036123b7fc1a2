// Fetches the vendor's script, which puts itself into the page as `OT`.
import { Refused } from "./refused.js";

let loading;

/** Answers whether this browser can do what the script needs. */
export async function load(address) {
  loading ??= fetched(address);
  try {
    await loading;
  } catch {
    loading = undefined;
    throw new Refused("failed");
  }
  // It repeats what it was given in its own complaints, a token too.
  OT.setLogLevel(OT.NONE ?? 0);
  return OT.checkSystemRequirements() === 1;
}

function fetched(address) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    // It holds letters beyond ASCII and breaks when read as anything else.
    script.charset = "utf-8";
    script.src = address;
    script.onload = () => (globalThis.OT ? resolve() : reject(new Error("no OT in it")));
    script.onerror = () => {
      script.remove();
      reject(new Error("not fetched"));
    };
    document.head.append(script);
  });
}
