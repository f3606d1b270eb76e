/*
 * LD_PRELOAD shim that simulates the disk under one directory (POWER_DIR): what was written and not yet synced is
 * remembered, and lost when the power fails. Linux, glibc.
 *
 *   POWER_AT=n     the power fails at the nth write or sync; unsynced writes are dropped whole (POWER_MODE=drop) or
 *                  some of them, cut at sectors, in any order (POWER_MODE=mix, by POWER_SEED). Then SIGKILL.
 *   FAULT=EIO|ENOSPC  FAULT_AT=n  FAULT_FOR=m   the nth write or sync and m-1 more fail so (ENOSPC: writes alone)
 *
 * A write is durable once fsync or fdatasync of its file came back. Names (create, rename, unlink) are durable at
 * once, as on a journalling file system. The -shm file is memory: SQLite makes it anew.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#define SECTOR 512

typedef struct Change {
  struct Change *earlier;
  off_t at, size_before, size_after;
  size_t old_length, new_length;
  char *old_bytes, *new_bytes;
} Change;

typedef struct File {
  struct File *next;
  dev_t dev;
  ino_t ino;
  int tracked, handle;
  Change *last;
} File;

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static File *files;
static long calls, power_at, fault_at, fault_for;
static int fault, mix, ready;
static unsigned seed;
static const char *dir;

static ssize_t (*real_write)(int, const void *, size_t);
static ssize_t (*real_pwrite)(int, const void *, size_t, off_t);
static ssize_t (*real_pread)(int, void *, size_t, off_t);
static ssize_t (*real_writev)(int, const struct iovec *, int);
static ssize_t (*real_pwritev)(int, const struct iovec *, int, off_t);
static int (*real_ftruncate)(int, off_t);
static int (*real_fsync)(int);
static int (*real_fdatasync)(int);
static int (*real_unlink)(const char *);
static int (*real_rename)(const char *, const char *);

static long number(const char *name) {
  const char *text = getenv(name);
  return text ? atol(text) : 0;
}

__attribute__((constructor)) static void begin(void) {
  real_write = dlsym(RTLD_NEXT, "write");
  real_pwrite = dlsym(RTLD_NEXT, "pwrite64");
  real_pread = dlsym(RTLD_NEXT, "pread64");
  real_writev = dlsym(RTLD_NEXT, "writev");
  real_pwritev = dlsym(RTLD_NEXT, "pwritev64");
  real_ftruncate = dlsym(RTLD_NEXT, "ftruncate64");
  real_fsync = dlsym(RTLD_NEXT, "fsync");
  real_fdatasync = dlsym(RTLD_NEXT, "fdatasync");
  real_unlink = dlsym(RTLD_NEXT, "unlink");
  real_rename = dlsym(RTLD_NEXT, "rename");
  dir = getenv("POWER_DIR");
  power_at = number("POWER_AT");
  fault_at = number("FAULT_AT");
  fault_for = number("FAULT_FOR");
  seed = (unsigned)number("POWER_SEED");
  const char *mode = getenv("POWER_MODE"), *kind = getenv("FAULT");
  mix = mode && strcmp(mode, "mix") == 0;
  fault = !kind ? 0 : strcmp(kind, "ENOSPC") == 0 ? ENOSPC : EIO;
  ready = 1;
}

static File *find(struct stat *s) {
  for (File *f = files; f; f = f->next)
    if (f->ino == s->st_ino && f->dev == s->st_dev) return f;
  return NULL;
}

static void forget(File *f) {
  while (f->last) {
    Change *c = f->last;
    f->last = c->earlier;
    free(c->old_bytes);
    free(c->new_bytes);
    free(c);
  }
}

/* The file of a descriptor where it lies in the directory; its own handle is never closed, for that would drop locks. */
static File *file_of(int fd, struct stat *s) {
  if (!ready || !dir || fstat(fd, s) != 0 || !S_ISREG(s->st_mode)) return NULL;
  File *f = find(s);
  if (!f) {
    char link[64], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t n = readlink(link, path, sizeof path - 1);
    if (n < 0) return NULL;
    path[n] = 0;
    f = calloc(1, sizeof *f);
    f->dev = s->st_dev;
    f->ino = s->st_ino;
    f->tracked = strncmp(path, dir, strlen(dir)) == 0 && !(n > 4 && strcmp(path + n - 4, "-shm") == 0);
    f->handle = f->tracked ? open(link, O_RDWR | O_CLOEXEC) : -1;
    f->next = files;
    files = f;
  }
  return f->tracked ? f : NULL;
}

static void put(File *f, const char *bytes, size_t length, off_t at) {
  while (length > 0) {
    ssize_t n = real_pwrite(f->handle, bytes, length, at);
    if (n <= 0) _exit(99);
    bytes += n;
    length -= (size_t)n;
    at += n;
  }
}

static void undo(File *f, Change *c) {
  put(f, c->old_bytes, c->old_length, c->at);
  if (real_ftruncate(f->handle, c->size_before) != 0) _exit(99);
}

static void redo(File *f, Change *c) {
  if (c->new_bytes == NULL) {
    if (rand_r(&seed) % 2 && real_ftruncate(f->handle, c->size_after) != 0) _exit(99);
    return;
  }
  /* Sectors that reached the disk by chance. */
  for (size_t at = 0; at < c->new_length; at += SECTOR) {
    size_t part = c->new_length - at < SECTOR ? c->new_length - at : SECTOR;
    if (rand_r(&seed) % 2) put(f, c->new_bytes + at, part, c->at + (off_t)at);
  }
}

static void redo_all(File *f, Change *c) {
  if (!c) return;
  redo_all(f, c->earlier);
  redo(f, c);
}

static void lose_power(void) {
  for (File *f = files; f; f = f->next) {
    if (!f->tracked) continue;
    for (Change *c = f->last; c; c = c->earlier) undo(f, c);
    if (mix) redo_all(f, f->last);
  }
  kill(getpid(), SIGKILL);
  for (;;) pause();
}

/* Counts a call; true where it is to fail, with errno set. Holds the mutex. */
static int happens(int is_sync) {
  calls += 1;
  if (power_at && calls == power_at) lose_power();
  if (!fault || calls < fault_at || calls >= fault_at + fault_for || (is_sync && fault == ENOSPC)) return 0;
  errno = fault;
  return 1;
}

static Change *note(File *f, struct stat *s, off_t at, size_t length, off_t size_after) {
  Change *c = calloc(1, sizeof *c);
  c->at = at;
  c->size_before = s->st_size;
  c->size_after = size_after;
  if (at < s->st_size) {
    size_t most = (size_t)(s->st_size - at);
    c->old_length = length < most ? length : most;
    c->old_bytes = malloc(c->old_length ? c->old_length : 1);
    if (real_pread(f->handle, c->old_bytes, c->old_length, at) != (ssize_t)c->old_length) _exit(99);
  }
  c->earlier = f->last;
  f->last = c;
  return c;
}

static int before_write(File *f, struct stat *s, off_t at, const struct iovec *parts, int count) {
  if (happens(0)) return -1;
  size_t length = 0;
  for (int i = 0; i < count; i += 1) length += parts[i].iov_len;
  off_t end = at + (off_t)length;
  Change *c = note(f, s, at, length, end > s->st_size ? end : s->st_size);
  c->new_bytes = malloc(length ? length : 1);
  c->new_length = length;
  size_t filled = 0;
  for (int i = 0; i < count; i += 1) {
    memcpy(c->new_bytes + filled, parts[i].iov_base, parts[i].iov_len);
    filled += parts[i].iov_len;
  }
  return 0;
}

static off_t place_of(int fd, struct stat *s) {
  return fcntl(fd, F_GETFL) & O_APPEND ? s->st_size : lseek(fd, 0, SEEK_CUR);
}

#define TRACKED(fd, at_expression, parts, count, call)                    \
  struct stat s;                                                         \
  pthread_mutex_lock(&mutex);                                            \
  File *f = file_of(fd, &s);                                             \
  if (!f) {                                                              \
    pthread_mutex_unlock(&mutex);                                        \
    return call;                                                         \
  }                                                                      \
  ssize_t done = before_write(f, &s, at_expression, parts, count);       \
  if (done == 0) done = call;                                            \
  int why = errno;                                                       \
  pthread_mutex_unlock(&mutex);                                          \
  errno = why;                                                           \
  return done;

ssize_t write(int fd, const void *bytes, size_t length) {
  if (!ready) real_write = dlsym(RTLD_NEXT, "write");
  struct iovec part = {(void *)bytes, length};
  TRACKED(fd, place_of(fd, &s), &part, 1, real_write(fd, bytes, length))
}
ssize_t pwrite64(int fd, const void *bytes, size_t length, off_t at) {
  struct iovec part = {(void *)bytes, length};
  TRACKED(fd, at, &part, 1, real_pwrite(fd, bytes, length, at))
}
ssize_t pwrite(int fd, const void *bytes, size_t length, off_t at) { return pwrite64(fd, bytes, length, at); }
ssize_t writev(int fd, const struct iovec *parts, int count) {
  if (!ready) real_writev = dlsym(RTLD_NEXT, "writev");
  TRACKED(fd, place_of(fd, &s), parts, count, real_writev(fd, parts, count))
}
ssize_t pwritev64(int fd, const struct iovec *parts, int count, off_t at) {
  TRACKED(fd, at, parts, count, real_pwritev(fd, parts, count, at))
}
ssize_t pwritev(int fd, const struct iovec *parts, int count, off_t at) { return pwritev64(fd, parts, count, at); }

int ftruncate64(int fd, off_t size) {
  struct stat s;
  pthread_mutex_lock(&mutex);
  File *f = file_of(fd, &s);
  int done = 0;
  if (f) {
    done = happens(0) ? -1 : 0;
    if (done == 0 && size < s.st_size) note(f, &s, size, (size_t)(s.st_size - size), size);
    else if (done == 0) note(f, &s, s.st_size, 0, size);
  }
  if (done == 0) done = real_ftruncate(fd, size);
  int why = errno;
  pthread_mutex_unlock(&mutex);
  errno = why;
  return done;
}
int ftruncate(int fd, off_t size) { return ftruncate64(fd, size); }

static int sync_file(int fd, int (*real)(int)) {
  struct stat s;
  pthread_mutex_lock(&mutex);
  File *f = file_of(fd, &s);
  if (!f) {
    pthread_mutex_unlock(&mutex);
    return real(fd);
  }
  int done = happens(1) ? -1 : 0;
  /* Nothing need reach a real disk: what counts is which writes came before. */
  if (done == 0) forget(f);
  int why = errno;
  pthread_mutex_unlock(&mutex);
  errno = why;
  return done;
}
int fsync(int fd) { return sync_file(fd, real_fsync); }
int fdatasync(int fd) { return sync_file(fd, real_fdatasync); }

/* A number of a file that is gone may name another one soon. */
static void gone(const char *path) {
  struct stat s;
  if (!ready || lstat(path, &s) != 0 || s.st_nlink > 1) return;
  pthread_mutex_lock(&mutex);
  for (File **at = &files; *at; at = &(*at)->next) {
    if ((*at)->ino != s.st_ino || (*at)->dev != s.st_dev) continue;
    forget(*at);
    *at = (*at)->next;
    break;
  }
  pthread_mutex_unlock(&mutex);
}
int unlink(const char *path) {
  gone(path);
  return real_unlink(path);
}
int rename(const char *from, const char *to) {
  gone(to);
  return real_rename(from, to);
}
