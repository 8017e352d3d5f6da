// SPDX-License-Identifier: Apache-2.0
// Makes a page that opens BPMN files in bpmn-js one after another and shows the last: page.mjs MODULES FILE… >page.html.
import fs from 'node:fs';
import path from 'node:path';

const [modules, ...files] = process.argv.slice(2);
const assets = path.resolve(modules, 'bpmn-js/dist');
const inputs = files.map(file => [path.basename(file), fs.readFileSync(file, 'utf8')]);
const data = JSON.stringify(inputs).replaceAll('<', '\\u003c');

process.stdout.write(`<!DOCTYPE html>
<meta charset="utf-8">
<link rel="stylesheet" href="file://${assets}/assets/diagram-js.css">
<link rel="stylesheet" href="file://${assets}/assets/bpmn-js.css">
<style>html, body, #canvas { margin: 0; width: 100%; height: 100%; }</style>
<div id="canvas"></div>
<script src="file://${assets}/bpmn-viewer.development.js"></script>
<script>
const files = ${data};
async function open() {
  const viewer = new BpmnJS({ container: '#canvas' });
  const said = [];
  for (const [name, xml] of files)
    try {
      for (const warning of (await viewer.importXML(xml)).warnings) said.push(name + ': bpmn-js: ' + warning.message);
    } catch (error) {
      said.push(name + ': bpmn-js: ' + error.message);
    }
  viewer.get('canvas').zoom('fit-viewport');
  document.body.dataset.files = files.length;
  document.body.dataset.said = said.join('\\n');
  document.body.dataset.warnings = said.length;
}
open();
</script>
`);
