// node circuits.mjs ADDRESS PATH COUNT [COOKIE]
// Opens COUNT circuits of a page as a browser does, prints {"opened":…,"firstRenderMs":…} when all have drawn, and holds them until its
// input ends.
import * as signalR from '@microsoft/signalr';
import { MessagePackHubProtocol } from '@microsoft/signalr-protocol-msgpack';

const [address, path, count, cookie] = process.argv.slice(2);
const atOnce = 8;
const drawSeconds = 60;
const headers = cookie ? { cookie } : {};

class BlazorPack extends MessagePackHubProtocol {
  name = 'blazorpack';
}

const within = (promise, seconds, what) => Promise.race([
  promise,
  new Promise((_, reject) => setTimeout(() => reject(new Error(`${what} took more than ${seconds} s`)), seconds * 1000).unref()),
]);

const open = async () => {
  const started = performance.now();
  const answer = await fetch(address + path, { headers, redirect: 'manual' });
  const page = await answer.text();
  const markers = [...page.matchAll(/<!--Blazor:(\{.*?\})-->/g)].map(match => JSON.parse(match[1])).filter(marker => marker.type === 'server' && marker.descriptor);
  if (answer.status !== 200 || markers.length === 0) {
    throw new Error(`${path} answered ${answer.status} with ${markers.length} interactive parts`);
  }

  const connection = new signalR.HubConnectionBuilder()
    .withUrl(`${address}/_blazor`, { headers, transport: signalR.HttpTransportType.WebSockets, skipNegotiation: false })
    .withHubProtocol(new BlazorPack())
    .configureLogging(signalR.LogLevel.None)
    .build();
  const drawn = new Promise((resolve, reject) => {
    connection.on('JS.RenderBatch', (id, batch) => {
      connection.send('OnRenderCompleted', id, null);
      resolve();
    });
    connection.on('JS.Error', message => reject(new Error(message)));
  });
  connection.on('JS.AttachComponent', () => {});
  connection.on('JS.EndInvokeDotNet', () => {});
  connection.on('JS.BeginInvokeJS', id => {
    if (id) {
      connection.send('EndInvokeJSFromDotNet', id, true, `[${id},true,null]`);
    }
  });

  await connection.start();
  const state = /<!--Blazor-Server-Component-State:(.*?)-->/.exec(page)?.[1] ?? '';
  await connection.invoke('StartCircuit', `${address}/`, address + path, '[]', state);
  const operations = markers.map((marker, i) => ({ type: 'add', ssrComponentId: i + 1, marker }));
  await connection.send('UpdateRootComponents', JSON.stringify({ batchId: 1, operations }), state);
  await within(drawn, drawSeconds, `drawing ${path}`);
  return performance.now() - started;
};

const times = [];
let next = 0;
const openNext = async () => {
  while (next++ < Number(count)) {
    times.push(await open());
  }
};

await Promise.all(Array.from({ length: atOnce }, openNext));
times.sort((a, b) => a - b);
console.log(JSON.stringify({ opened: times.length, firstRenderMs: times[Math.floor(times.length / 2)] }));
process.stdin.on('end', () => process.exit(0)).resume();
