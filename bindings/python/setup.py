# SPDX-License-Identifier: Apache-2.0
"""Build the Python binding with setuptools, which Debian has: there is no pyproject.toml, so pip fetches nothing.

The extension is built over libqms, which is looked for in this order: the build that QMS_BUILD names, an installed one (pkg-config),
and this repository, from which library and command are then built and put into the package.
"""

import os
import shutil
import subprocess
from pathlib import Path

from setuptools import Extension, setup
from setuptools.command.build_ext import build_ext

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
VERSION = "0.1.0"


def pkg_config(*arguments):
    try:
        found = subprocess.run(["pkg-config", *arguments, "qms"], capture_output=True, text=True)
    except FileNotFoundError:
        return None
    return found.stdout.split() if found.returncode == 0 else None


class BuildExtension(build_ext):
    def build_extensions(self):
        extension, = self.extensions
        if "QMS_BUILD" in os.environ:
            self.use_build(extension, Path(os.environ["QMS_BUILD"]).resolve())
        elif pkg_config(f"--exact-version={VERSION}") is not None:
            extension.extra_compile_args += pkg_config("--cflags")
            extension.extra_link_args += pkg_config("--libs")
        else:
            self.bundle(extension)
        super().build_extensions()

    def use_build(self, extension, build):
        extension.include_dirs.append(str(ROOT / "include"))
        extension.library_dirs.append(str(build))
        extension.runtime_library_dirs.append(str(build))
        extension.libraries.append("qms")

    def bundle(self, extension):
        """Build library and command and put them beside the extension."""
        build = Path(self.build_temp).resolve() / "libqms"
        installed = build / "installed"
        configure = ["cmake", "-S", ROOT, "-B", build, "-DCMAKE_BUILD_TYPE=Release", "-DBUILD_TESTING=OFF",
                     "-DCMAKE_INSTALL_LIBDIR=lib", "-DCMAKE_INSTALL_RPATH=$ORIGIN/../lib"]
        if shutil.which("ninja") and not (build / "CMakeCache.txt").exists():
            configure += ["-G", "Ninja"]
        jobs = os.environ.get("CMAKE_BUILD_PARALLEL_LEVEL") or str(os.cpu_count() or 1)
        subprocess.run(configure, check=True)
        subprocess.run(["cmake", "--build", build, "--parallel", jobs], check=True)
        subprocess.run(["cmake", "--install", build, "--prefix", installed], check=True)
        target = Path(self.get_ext_fullpath(extension.name)).resolve().parent / "_library"
        for name in ("bin/qms", "lib/libqms.so.0"):
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(installed / name, target / name)
        extension.include_dirs.append(str(ROOT / "include"))
        extension.library_dirs.append(str(installed / "lib"))
        extension.runtime_library_dirs.append("$ORIGIN/_library/lib")
        extension.libraries.append("qms")


setup(
    name="qms",
    version=VERSION,
    description="Quality management systems and administrative procedures of Vietnamese state agencies",
    license="Apache-2.0",
    packages=["qms"],
    package_data={"qms": ["*.pyi", "py.typed"]},
    python_requires=">=3.9",
    ext_modules=[Extension("qms._qms", sorted(str(path.relative_to(HERE)) for path in HERE.glob("src/*.c")),
                           depends=["src/binding.h", "src/work.h"], py_limited_api=True)],
    cmdclass={"build_ext": BuildExtension},
    options={"bdist_wheel": {"py_limited_api": "cp39"}},
)
