package org.trialog.deploy.past;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.trialog.command.order.Acceptance;
import org.trialog.command.order.Act;
import org.trialog.command.order.Order;
import org.trialog.command.order.OrderRefused;
import org.trialog.command.order.Orders;
import org.trialog.command.order.Sender;
import org.trialog.command.order.SubjectOrder;
import org.trialog.events.clinical.Addressee;
import org.trialog.events.clinical.AdverseEventFollowUp;
import org.trialog.events.clinical.Assessor;
import org.trialog.events.clinical.RecordKind;
import org.trialog.events.clinical.SafetyReport;
import org.trialog.events.value.RecordId;
import org.trialog.events.value.Role;
import org.trialog.events.value.Source;
import org.trialog.events.value.SubjectId;

/** Several people at the keyboard at once: quick ones, slow ones, and some whose transactions break. */
final class Writers {

    /** An order that was carried out: its sender saw the clock before and after. */
    record Acknowledged(Order order, Acceptance acceptance, Instant before, Instant after) {}

    final Queue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();
    final Queue<String> refused = new ConcurrentLinkedQueue<>();
    private final Map<SubjectId, Queue<RecordId>> fractures = new ConcurrentHashMap<>();
    private final Orders orders;

    Writers(Orders orders) {
        this.orders = orders;
    }

    /** Writes the lives of all studies at once, each study's amendment in the middle; returns when all is written. */
    void write(List<Lives> studies, long seed, int threads) throws Exception {
        List<Callable<Void>> desks = new ArrayList<>();
        for (Lives lives : studies) {
            for (int thread = 0; thread < threads; thread++) {
                int mine = thread;
                Random chance = new Random(seed * 31 + thread);
                desks.add(() -> {
                    sit(lives, mine, threads, chance);
                    return null;
                });
            }
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(desks.size())) {
            for (Future<Void> done : pool.invokeAll(desks)) {
                done.get();
            }
        }
    }

    private void sit(Lives lives, int mine, int threads, Random chance) {
        List<SubjectId> subjects = new ArrayList<>();
        for (int i = mine; i < lives.subjects().size(); i += threads) {
            subjects.add(lives.subjects().get(i));
        }
        int all = subjects.stream()
                .mapToInt(subject -> lives.life(subject).size())
                .sum();
        for (int sent = 0; sent < all; sent++) {
            if (mine == 0 && sent == all / 2) {
                send(lives.published(2), "page");
            }
            subjects.removeIf(subject -> lives.life(subject).isEmpty());
            Deque<Order> life = lives.life(subjects.get(chance.nextInt(subjects.size())));
            send(life.removeFirst(), client(chance));
            SubjectId any = lives.subjects().get(chance.nextInt(lives.subjects().size()));
            RecordId fracture = fractures(any).peek();
            if (fracture != null && chance.nextInt(6) == 0) {
                // Also of subjects that somebody else writes about at this very moment.
                send(
                        chance.nextInt(3) == 0
                                ? lives.retracted(any, fracture)
                                : lives.corrected(any, fracture, chance),
                        client(chance));
            }
        }
    }

    private static String client(Random chance) {
        return switch (chance.nextInt(20)) {
            case 0, 1, 2 -> Deployment.SLOW;
            case 3 -> Deployment.BROKEN;
            default -> "page";
        };
    }

    /** Sends it; what a rule refuses or what breaks has not happened. */
    void send(Order order, String client) {
        Instant before = Instant.now();
        try {
            Acceptance acceptance = orders.carryOut(order, sender(role(order), client, null));
            acknowledged.add(new Acknowledged(order, acceptance, before, Instant.now()));
            remember(order, acceptance);
        } catch (OrderRefused rule) {
            refused.add(order.stream() + " " + rule.rejection());
        } catch (RuntimeException broken) {
            if (!client.equals(Deployment.BROKEN)) {
                throw broken;
            }
        }
    }

    /** The sponsor asks, closes, gives its opinion and reports to others; what a site records, a coordinator does. */
    static Role role(Order order) {
        boolean site =
                order instanceof SubjectOrder about && about.acts().stream().noneMatch(Writers::ofSponsor);
        return site ? Role.COORDINATOR : Role.DATA_MANAGER;
    }

    private static boolean ofSponsor(Act act) {
        return switch (act) {
            case Act.OpenQuery open -> true;
            case Act.CloseQuery close -> true;
            case Act.Make make ->
                switch (make.details()) {
                    case AdverseEventFollowUp followUp -> followUp.by() == Assessor.SPONSOR;
                    case SafetyReport report -> report.to() != Addressee.SPONSOR;
                    default -> false;
                };
            default -> false;
        };
    }

    static Sender sender(Role role, String client, String correlation) {
        return new Sender("writer", role, null, Source.PAGE, client, correlation, null);
    }

    private void remember(Order order, Acceptance acceptance) {
        for (Acceptance.Touched touched : acceptance.records()) {
            if (touched.kind().equals(RecordKind.FRACTURE.token()) && order instanceof SubjectOrder about) {
                fractures(about.subject()).add(touched.id());
            }
        }
    }

    private Queue<RecordId> fractures(SubjectId subject) {
        return fractures.computeIfAbsent(subject, id -> new ConcurrentLinkedQueue<>());
    }
}
