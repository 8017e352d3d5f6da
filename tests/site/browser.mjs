// SPDX-License-Identifier: Apache-2.0
// Chromium without a window, by its DevTools protocol.
import { spawn } from 'node:child_process';
import WebSocket from 'ws';

const OPTIONS = ['--headless', '--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--remote-debugging-port=0'];

// The address that the browser says on standard error.
function addressOf(process) {
  return new Promise((resolve, reject) => {
    let said = '';
    process.stderr.on('data', chunk => {
      said += chunk;
      const match = /DevTools listening on (ws:\S+)/.exec(said);
      if (match) resolve(match[1]);
    });
    process.on('error', reject);
    process.on('exit', () => reject(new Error(`chromium ended: ${said}`)));
  });
}

function open(address) {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(address, { perMessageDeflate: false, maxPayload: 1 << 28 });
    socket.on('open', () => resolve(socket));
    socket.on('error', reject);
  });
}

// One browser with one page. `complaints` gathers what its console says of errors.
export class Browser {
  static async start(profile) {
    const browser = new Browser();
    browser.process = spawn('chromium', [...OPTIONS, `--user-data-dir=${profile}`], { stdio: ['ignore', 'ignore', 'pipe'] });
    browser.socket = await open(await addressOf(browser.process));
    browser.waiting = new Map();
    browser.listeners = [];
    browser.complaints = [];
    browser.number = 0;
    browser.socket.on('message', text => browser.#receive(JSON.parse(text)));
    await browser.#attach();
    return browser;
  }

  #receive(message) {
    const waiting = this.waiting.get(message.id);
    if (waiting) {
      this.waiting.delete(message.id);
      if (message.error) waiting.reject(new Error(message.error.message));
      else waiting.resolve(message.result);
      return;
    }
    this.#note(message);
    this.listeners = this.listeners.filter(({ method, resolve }) => method !== message.method || resolve(message.params));
  }

  #note({ method, params }) {
    if (method === 'Runtime.exceptionThrown') this.complaints.push(params.exceptionDetails.text);
    if (method === 'Log.entryAdded' && params.entry.level === 'error') this.complaints.push(params.entry.text);
    if (method === 'Runtime.consoleAPICalled' && ['error', 'assert', 'warning'].includes(params.type))
      this.complaints.push(params.args.map(argument => argument.value).join(' '));
  }

  async #attach() {
    const { targetId } = await this.send('Target.createTarget', { url: 'about:blank' });
    this.session = (await this.send('Target.attachToTarget', { targetId, flatten: true })).sessionId;
    for (const domain of ['Page', 'Runtime', 'Log']) await this.send(`${domain}.enable`);
  }

  send(method, params = {}) {
    const id = ++this.number;
    this.socket.send(JSON.stringify({ id, method, params, sessionId: this.session }));
    return new Promise((resolve, reject) => this.waiting.set(id, { resolve, reject }));
  }

  // The next event of a kind.
  next(method) {
    return new Promise(resolve => this.listeners.push({ method, resolve: params => void resolve(params) }));
  }

  async go(address) {
    const loaded = this.next('Page.loadEventFired');
    await this.send('Page.navigate', { url: address });
    await loaded;
  }

  // Value of an expression on the page, of a promise when it is kept.
  async value(expression) {
    const answer = await this.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
    if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.exception?.description ?? answer.exceptionDetails.text);
    return answer.result.value;
  }

  async colours(scheme) {
    await this.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: scheme }] });
  }

  async width(width) {
    await this.send('Emulation.setDeviceMetricsOverride', { width, height: 900, deviceScaleFactor: 1, mobile: false });
  }

  async press(key, code) {
    for (const type of ['keyDown', 'keyUp'])
      await this.send('Input.dispatchKeyEvent', { type, key, code: key, windowsVirtualKeyCode: code, text: key === 'Enter' ? '\r' : undefined });
  }

  async write(text) {
    await this.send('Input.insertText', { text });
  }

  async end() {
    const ended = new Promise(resolve => this.process.on('exit', resolve));
    this.session = undefined;
    await this.send('Browser.close').catch(() => {});
    await ended;
  }
}
