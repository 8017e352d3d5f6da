// SPDX-License-Identifier: Apache-2.0
package org.libqms;

import java.util.ArrayList;
import java.util.List;

/** A rule of the catalogue. Constant. */
public final class Rule {
  private final long pointer;

  private Rule(long pointer) {
    this.pointer = pointer;
  }

  static Rule of(long pointer) {
    return pointer == 0 ? null : new Rule(pointer);
  }

  /** Rule of an identifier ("QMS-QT-012") or slug; null if there is none. */
  public static Rule find(String id) {
    return of(Lib.qms_rule_find(Text.bytes(id)));
  }

  /** All rules, sorted by identifier. */
  public static List<Rule> all() {
    List<Rule> rules = new ArrayList<>();
    for (long i = 0; i < Lib.qms_rule_count(); i++) {
      rules.add(of(Lib.qms_rule_at(i)));
    }
    return rules;
  }

  /** Identifier, such as "QMS-QT-012"; never reused. */
  public String id() {
    return Text.at(Lib.qms_rule_id(pointer));
  }

  /** Short name, such as "step-sum-over-limit". */
  public String slug() {
    return Text.at(Lib.qms_rule_slug(pointer));
  }

  public Severity severity() {
    return Severity.of(Lib.qms_rule_severity(pointer));
  }

  /** Family of the rule, such as "procedure". */
  public String category() {
    return Text.at(Lib.qms_rule_category(pointer));
  }

  /** What it looks for, in a few words. */
  public String title(Language language) {
    return Text.at(Lib.qms_rule_title(pointer, language.ordinal()));
  }

  /** Why the rule exists. */
  public String why(Language language) {
    return Text.at(Lib.qms_rule_why(pointer, language.ordinal()));
  }

  /** How to mend what it finds. */
  public String remedy(Language language) {
    return Text.at(Lib.qms_rule_remedy(pointer, language.ordinal()));
  }

  /** Version of libqms that brought it. */
  public String since() {
    return Text.at(Lib.qms_rule_since(pointer));
  }

  /** Items of the inspection checklist that it decides, such as "A5". */
  public List<String> items() {
    List<String> items = new ArrayList<>();
    for (long i = 0; i < Lib.qms_rule_item_count(pointer); i++) {
      items.add(Text.at(Lib.qms_rule_item(pointer, i)));
    }
    return items;
  }

  /** Sources that the rule rests on. */
  public List<String> cites() {
    List<String> cites = new ArrayList<>();
    for (long i = 0; i < Lib.qms_rule_cite_count(pointer); i++) {
      cites.add(Text.at(Lib.qms_rule_cite(pointer, i)));
    }
    return cites;
  }
}
