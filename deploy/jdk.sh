# Finds the JDK that runs Carte; read by the scripts beside it.

fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

# Prints the feature release of a Java home, or 0 where there is no JDK.
release_of() {
  local version=''
  if [[ -x $1/bin/javac && -r $1/release ]]; then
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  elif [[ -x $1/bin/javac ]]; then
    version=$("$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p')
  fi
  printf '%s\n' "${version:-0}"
}

home_of_java_on_path() {
  local java
  java=$(command -v java) || return 0
  while [[ -L $java ]]; do
    local target
    target=$(readlink "$java")
    [[ $target == /* ]] || target=$(dirname "$java")/$target
    java=$target
  done
  (cd "$(dirname "$java")/.." && pwd)
}

find_jdk() {
  local home
  for home in "${JAVA_HOME:-}" "$(home_of_java_on_path)" /usr/lib/jvm/* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [[ -n $home && -d $home ]] && (($(release_of "$home") >= 25)); then
      printf '%s\n' "$home"
      return
    fi
  done
}

# Prints the home of a JDK that is new enough, or ends the script with a sentence.
require_jdk() {
  local jdk
  jdk=$(find_jdk)
  [[ -n $jdk ]] || fail "Carte needs a JDK, version 25 or later: install one and set JAVA_HOME to it, or put its java on the path."
  printf '%s\n' "$jdk"
}
