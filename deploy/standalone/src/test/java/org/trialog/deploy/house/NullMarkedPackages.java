package org.trialog.deploy.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

/** Conditions that the rules of the house need beyond the library's own. */
final class NullMarkedPackages {

    private NullMarkedPackages() {}

    static ArchCondition<JavaClass> haveOne() {
        return new ArchCondition<>("live in a @NullMarked package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(type, marked, type.getName() + " in " + type.getPackageName()));
            }
        };
    }

    static ArchCondition<JavaMethod> accessStandardOutput() {
        return new ArchCondition<>("access standard output or standard error") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean prints = method.getFieldAccesses().stream()
                        .anyMatch(access -> access.getTargetOwner().isEquivalentTo(System.class)
                                && (access.getName().equals("out")
                                        || access.getName().equals("err")));
                events.add(new SimpleConditionEvent(method, prints, method.getFullName()));
            }
        };
    }
}
