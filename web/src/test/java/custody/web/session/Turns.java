package custody.web.session;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;

/** Takes the turns in which passwords are tried. */
public final class Turns {
    private Turns() {}

    /** Does something while every turn is taken by others. */
    public static void allTaken(Passwords passwords, Runnable meanwhile) throws InterruptedException {
        CountDownLatch over = new CountDownLatch(1);
        Semaphore taken = new Semaphore(0);
        Thread[] others = new Thread[Passwords.AT_ONCE];
        for (int i = 0; i < others.length; i++) {
            others[i] = Thread.startVirtualThread(() -> passwords.inTurn(() -> {
                taken.release();
                try {
                    over.await();
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
                return over;
            }));
        }
        taken.acquire(others.length);
        try {
            meanwhile.run();
        } finally {
            over.countDown();
            for (Thread other : others) {
                other.join();
            }
        }
    }
}
