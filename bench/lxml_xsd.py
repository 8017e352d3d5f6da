#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Parses a file with lxml and validates it against an XSD; prints seconds and peak kilobytes as the bench program does.

usage: lxml_xsd.py SCHEMA FILE
"""
import re
import sys
import time

from lxml import etree

schema = etree.XMLSchema(etree.parse(sys.argv[1]))
start = time.monotonic()
schema.assertValid(etree.parse(sys.argv[2], etree.XMLParser(resolve_entities=False, no_network=True)))
seconds = time.monotonic() - start
with open("/proc/self/status", encoding="ascii") as status:
    print("%.6f %s" % (seconds, re.search(r"VmHWM:\s+(\d+)", status.read()).group(1)))
