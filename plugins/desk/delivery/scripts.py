"""Shell scripts run on the remote host, for sh and standard Linux tools. `host` fills them in and parses their output.

File names come from `names` and need no quoting; {path} and other values are quoted by the caller.
"""

from __future__ import annotations

# The newest lock and its owner's file, which may be renamed meanwhile; then everything in `releases/`.
LOOK = """\
LC_ALL=C; export LC_ALL
cd {path}/releases 2>/dev/null || exit 0
lock=$(ls -A | grep '^\\.[0-9]\\{{6\\}}\\.lock$' | tail -n 1)
found=
for try in 1 2 3; do
  for file in "$lock"/owner-* "$lock"/done; do
    if [ -n "$lock" ] && [ -z "$found" ] && text=$(cat "$file" 2>/dev/null); then
      found=1; printf 'lock %s\\nsign %s %s\\n' "$lock" "${{file##*/}}" "$text"
    fi
  done
done
ls -A | sed 's/^/name /'"""

# The target of `current`, the entries of `releases/`, and the files that the current release carries.
FACTS = """\
cd {path} 2>/dev/null || exit 0
if [ -L current ]; then shown=$(readlink current); printf 'shown %s\\n' "$shown"
elif [ -e current ]; then echo blocked
fi
ls -A releases 2>/dev/null | sed 's/^/name /'
if [ -n "$shown" ]; then printf 'carried '; cat "releases/.${{shown##*/}}.carried" 2>/dev/null || true; fi"""

PROMISED = "cat {path}/current/addresses.json 2>/dev/null || true"
MANIFEST = "cat {path}/releases/{release}/manifest.json 2>/dev/null || true"

TAKE = """\
set -e
LC_ALL=C; export LC_ALL
umask 022
[ -d {path} ] || made=1
mkdir -p {path}/releases/{aside}
cd {path}/releases
printf %s {text} > {aside}/owner-0
[ -z "$made" ] || : > {aside}/made
if mv -T {aside} {lock}; then
  if [ "$(ls -A | grep '^\\.[0-9]\\{{6\\}}\\.lock$' | tail -n 1)" = {lock} ]; then echo taken; else rm -rf {lock}; fi
else
  rm -rf {aside}
  [ -e {lock} ]
fi"""

RENEW = """\
cd {path}/releases/{lock}
mv owner-* owner-{beat}"""

# A lock without a release is deleted, and the one before it counts again, as done; otherwise that one is deleted.
FREE = """\
LC_ALL=C; export LC_ALL
cd {path}/releases || exit 0
older=$(ls -A | grep '^\\.[0-9]\\{{6\\}}\\.lock$' | sed '/^{lock}$/,$d')
if ls -A | grep -q '^{number}-'; then
  mv {lock}/owner-* {lock}/done
  for one in $older; do rm -rf "./$one"; done
else
  for one in $older; do [ -e "$one"/done ] || mv "$one"/owner-* "$one"/done 2>/dev/null || : > "$one"/done; done
  mv -T {lock} {aside}
  [ ! -e {aside}/made ] || made=1
  rm -rf {aside}
  [ -z "$made" ] || {{ cd / && rmdir {path}/releases {path}; }}
fi"""

# Copy the files named on stdin, NUL-terminated, from the current release; LISTING then lists all files.
CARRY = """\
rsync -rp --chmod=D755,F644 --from0 --files-from=- --ignore-missing-args --link-dest={path}/releases/{shown} \
  {path}/releases/{shown}/ {path}/releases/{partial}/
"""

LISTING = """\
cd {path}/releases/{partial} || exit 1
find . ! -type f ! -type d | sed 's/^/? /'
if command -v sha256sum >/dev/null; then find . -type f -exec sha256sum {{}} +; else find . -type f -exec wc -c {{}} +; fi"""

DROP = """\
cd {path}/releases/{partial} || exit 1
xargs -0 rm -f --"""

# If nobody else has taken over, the release gets its name and `current` is switched, each atomically. Then old releases are
# deleted: a partly deleted one never has the name of a complete one, and one without a number is ours if it has a manifest.
SWITCH = """\
set -e
LC_ALL=C; export LC_ALL
umask 022
cd {path}/releases
cat > {carried}
[ "$(ls -A | grep '^\\.[0-9]\\{{6\\}}\\.lock$' | tail -n 1)" = {lock} ] || exit 0
mv -T {partial} {release}
cd ..
ln -s releases/{release} {link}
mv -fT {link} current
echo switched
set +e
for link in .current.new .current.[0-9][0-9][0-9][0-9][0-9][0-9]; do [ ! -L "$link" ] || rm -f "$link"; done
cd releases
for one in {old}; do
  [ "releases/$one" != "$(readlink ../current)" ] && [ -d "$one" ] && [ ! -L "$one" ] || continue
  case $one in *-*) ;; *) [ -f "$one/manifest.json" ] || continue ;; esac
  mv -T "$one" ".$one.partial" && rm -rf "./.$one.partial" "./.$one.carried"
done
exit 0"""

DELETE = """\
cd {path}/releases || exit 0
rm -rf -- {names} || true"""
